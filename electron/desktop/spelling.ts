import { type ContextMenuParams, Menu, type Session, type WebContents } from 'electron';
import { pageUrl } from './page.ts';

/**
 * Checks spelling with what the machine has: the system's checker on macOS, elsewhere the
 * dictionaries in the app's data folder. None is fetched: the address they would come from is the
 * app's own page, which has none.
 */
export const spellOffline = (session: Session): void => {
  session.setSpellCheckerDictionaryDownloadURL(`${pageUrl}dictionaries/`);
  session.setSpellCheckerEnabled(true);
};

const popUp = (contents: WebContents, params: ContextMenuParams): void => {
  const { misspelledWord: word, dictionarySuggestions, editFlags } = params;
  const suggestions = dictionarySuggestions.map((suggestion) => ({
    label: suggestion,
    click: () => contents.replaceMisspelling(suggestion),
  }));
  const learn = {
    label: `Add “${word}” to the dictionary`,
    click: () => void contents.session.addWordToSpellCheckerDictionary(word),
  };
  Menu.buildFromTemplate([
    ...(word === '' ? [] : [...suggestions, learn, { type: 'separator' as const }]),
    { role: 'cut', enabled: editFlags.canCut },
    { role: 'copy', enabled: editFlags.canCopy },
    { role: 'paste', enabled: editFlags.canPaste },
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ]).popup();
};

/** Offers corrections and the clipboard where text is edited, or selected outside the app's own menus. */
export const offerCorrections = (contents: WebContents): void => {
  contents.on('context-menu', (_event, params) => {
    if (params.isEditable || params.selectionText !== '') popUp(contents, params);
  });
};
