import type { SpeakerRole } from '#shared/model/speaker.ts';

/** What a label looks like: a word for a role, a code such as `P03`, a name, a nickname, or none of these. */
export type LabelLook = 'role' | 'code' | 'name' | 'nick' | 'other';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s*[,\n]\s*/));

const interviewerWords = words(`
  interviewer, interviewers, int, interv, i, iv, ir, q, question, moderator, mod, facilitator, fac,
  researcher, host, chair, the chair, interviewerin, forscher, forscherin, entrevistador, entrevistadora,
  pesquisador, pesquisadora, pergunta, pregunta, frage, enquêteur, enquêtrice, chercheur, chercheuse,
  intervistatore, intervistatrice, domanda, onderzoeker, intervjuare, intervjuer, wywiadowca`);
const participantWords = words(`
  participant, part, p, pt, patient, respondent, resp, r, interviewee, ie, a, answer, s, student, subject,
  client, service user, carer, caregiver, male, female, man, woman, ppi, ppi contributor, contributor, stakeholder, entrevistado, entrevistada, resposta, respuesta, antwort, befragter, befragte, proband, probandin,
  teilnehmer, teilnehmerin, participante, enquêté, enquêtée, intervistato, intervistata, deltagare`);
/** Participants, as a rule, in interviews; in other conversations they may be the one who asks. */
const professionWords = words(`
  speaker, gp, general practitioner, doctor, dr, nurse, social prescriber, sp, link worker, guest, practitioner,
  clinician, therapist, counsellor, physiotherapist, physio, pharmacist`);
const otherWords = words(`
  audience, unknown, unknown speaker, unidentified, unidentified speaker, all, both, group, everyone,
  several, multiple speakers, overlapping speakers, several speakers, introducer, narrator, interpreter,
  translator, observer, note taker, voiceover, transcriber, notetaker, voice`);

/** Words before a colon, or on a line of their own, that name a part of the document and not a speaker. */
const partsOfDocument = words(`
  date, time, duration, length, location, place, venue, setting, title, topic, subject line, name, names, age,
  gender, sex, occupation, ethnicity, id, participant id, participant number, study, project, file,
  file name, filename, recording, recorded, audio, video, media, transcribed, transcribed by, transcript,
  transcription, transcriber, transcript by, transcript_by, notes, note, field notes, key, legend, agenda, summary,
  abstract, keywords, tags, url, link, links, source, present, attendees, participants, speakers,
  interviewers, session, interview, interview date, interview number, date of interview, start time,
  end time, start, end, break, outro, intro, introduction, introductions, music, sponsor, chapter, part, section,
  background, context, conclusion, references, version, page, language, consent, details, aim, method,
  methods, results, discussion, appendix, contents, table of contents, abbreviations, http, https, www,
  example, e.g, i.e, nb, ps, re, cc, from, to, fig, figure, table, p.s, current profile, meeting date,
  reflection, reflections, observation, observations, impression, impressions, memo, analysis, theme, themes,
  comment, code, codes, moderators, decisions, action items, actions, next steps, questions, answers, comments, end of interview,
  end of transcript, end of recording, heent, chest, cardiac, cardiovascular, respiratory, abdomen,
  extremities, neurological, neuro, psychiatric, skin, vitals, musculoskeletal, datum, ort, dauer, thema,
  fecha, lugar, duración, tema, data, local, duração, título, lieu, durée, titre`);

/** What people say by itself: on a line of its own it is speech, not a name. */
const sayings = words(`
  yes, yeah, yep, yup, no, nope, nah, ok, okay, right, sure, thanks, thank you, mm, mmm, mhm, mm-hmm,
  hm, hmm, uh, um, er, erm, uh-huh, so, well, and, but, exactly, absolutely, definitely, good, great,
  hello, hi, hey, bye, goodbye, cool, awesome, oh, ah, aha, true, maybe, please, sorry, wow, fine, indeed,
  correct, agreed, i see, i know, i think, of course, why, what, how, when, where, who, really, ja, nein,
  genau, gut, also, doch, oui, non, d'accord, sí, si, sim, não, bem, claro, certo, então, bueno, vale`);

/** What transcribers put in brackets that is not a name. */
const noises = words(`
  laughs, laugh, laughter, laughing, pause, long pause, short pause, silence, inaudible, unclear,
  crosstalk, cross talk, music, applause, sigh, sighs, cough, coughs, overlapping, redacted, name, removed,
  place, location, sic, unintelligible, indistinct, background noise, phone rings, crying, both laugh`);

const particles = words(`
  de, da, do, dos, das, du, des, van, von, der, den, del, della, di, la, le, el, al, bin, ibn, ben, y, e,
  and, und, et, of, the, zu, ten, ter, st, mac, mc, os, van der`);

/** A label's form for comparing: one case, single spaces, no dots at the end. */
export const labelKey = (label: string): string =>
  label
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s.:]+$/, '')
    .trim();

const withoutNumber = (label: string): string =>
  labelKey(label)
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/[\s_-]*#?\d{1,4}[a-z]?$/, '')
    .replace(/^(?:the|an?)\s/, '')
    .trim();

/** The role that a label says in words or by the usual letter (I, R, P, Q, A), if any. */
export const roleOfLabel = (label: string): SpeakerRole | null => {
  for (const key of [labelKey(label), withoutNumber(label)]) {
    if (interviewerWords.has(key)) return 'interviewer';
    if (participantWords.has(key) || professionWords.has(key)) return 'participant';
    if (otherWords.has(key)) return 'other';
  }
  return null;
};

/** Whether a label names a profession, which says little about who asks and who answers. */
export const isProfession = (label: string): boolean =>
  professionWords.has(labelKey(label)) || professionWords.has(withoutNumber(label));

const question =
  /^(?:question|pergunta|pregunta|frage|domanda|vraag|fråga|spørsmål|spørgsmål|pytanie|otázka|kérdés|q)\s?(?:n[oº°.]{1,2}\s?)?(\d{1,3})$/i;

/** The number of a label such as `Question 3` or `Q3`, if it is one. */
export const questionNumber = (label: string): number | null => {
  const found = question.exec(label);
  return found === null ? null : Number(found[1]);
};

/** Whether a label's words name a part of the document (Date, Notes, Break) or a kind of remark. */
export const isPartOfDocument = (label: string): boolean => {
  const key = labelKey(label);
  return (
    partsOfDocument.has(key) ||
    (partsOfDocument.has(withoutNumber(label)) && !/^p\d/.test(key)) ||
    /^(?:interview|meeting|recording|session|date|time|name|transcri\w+) (?:date|time|length|duration|no|number|id|of|with|by|day)\b/.test(
      key,
    )
  );
};

/** Whether what stands in brackets is a noise or a removed name, not a speaker. */
export const isNoise = (label: string): boolean =>
  noises.has(labelKey(label)) || noises.has(withoutNumber(label));

const parts = (label: string): string[] =>
  label
    .replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, ' ')
    .split(/[\s/|+&]+/)
    .filter((part) => part !== '');

/** How a label looks. */
export const lookOfLabel = (label: string): LabelLook => {
  if (sayings.has(labelKey(label))) return 'other';
  if (/^\p{Lu}{1,3}\d{0,3}$|^\p{Lu}{1,5}[-_ ]?\d{1,4}\p{L}?$|^\p{Ll}\d{0,3}$/u.test(label))
    return 'code';
  const role = roleOfLabel(label);
  if (role !== null) return 'role';
  const all = parts(label);
  const proper = all.filter((part) => /^["'’([]*[\p{Lu}\p{Lo}\p{Lt}]/u.test(part));
  const rest = all.filter((part) => !proper.includes(part) && !particles.has(part.toLowerCase()));
  if (proper.length > 0 && all.length <= 5 && rest.every((part) => /^[\d.,#-]+$/.test(part))) {
    return 'name';
  }
  return all.length === 1 && /\p{L}/u.test(label) ? 'nick' : 'other';
};

/** Whether a stretch of text could be a label at all. `certain` when its place already says that it is one. */
export const couldBeLabel = (label: string, certain = false): boolean => {
  if (label === '' || label.length > 160 || !/[\p{L}\p{M}]/u.test(label)) return false;
  if (/^(?:https?|www|mailto)\b/i.test(label)) return false;
  if (/^\d/.test(label) && /\b(?:19|20)\d\d\b/.test(label)) return false;
  if (certain) return !/[?!…]$/.test(label);
  return (
    !/[?!;…"“”„«»=<>{}\t]/.test(label) &&
    !/[.,]$/.test(label.replace(/\b(?:jr|sr|dr|mr|mrs|ms|prof|int)\.$/i, '')) &&
    !/, \p{Ll}/u.test(label) &&
    parts(label).length <= 6
  );
};
