import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  LexicalTypeaheadMenuPlugin,
  type MenuTextMatch,
} from '@lexical/react/LexicalTypeaheadMenuPlugin';
import {
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  type LexicalEditor,
  type TextNode,
} from 'lexical';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { announce } from '#renderer/ui/announce.ts';
import { linkUrl } from '#shared/text/links.ts';
import { MentionNode } from './link-nodes.tsx';
import { type LinkOption, useLinkOptions } from './link-options.ts';
import styles from './links.module.css';
import { kindNames, LinkMark } from './mention.tsx';

/** `@` or `[[` at the start of a word, and a name as far as it is typed. */
const trigger = /(?:^|[\s(“‘"'])((?:@|\[\[)([^@[\]]{0,60}))$/u;

/** Where a link is being typed before the caret; null where none is. */
export const linkTyped = (text: string): MenuTextMatch | null => {
  const match = trigger.exec(text);
  const [, typed, name] = match ?? [];
  if (typed === undefined || name === undefined || name.startsWith(' ')) return null;
  return {
    leadOffset: text.length - typed.length,
    matchingString: name,
    replaceableString: typed,
  };
};

/** Begins a link where the caret is, as typing `@` does. */
export const beginLink = (editor: LexicalEditor): void =>
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const { anchor } = selection;
    const before = anchor.getNode().getTextContent().slice(0, anchor.offset);
    selection.insertText(anchor.type === 'text' && /\S$/u.test(before) ? ' @' : '@');
  });

const $insertLink = (option: LinkOption, typed: TextNode | null): void => {
  const mention = new MentionNode(linkUrl(option), option.name);
  const after = $createTextNode(' ');
  typed?.replace(mention);
  mention.insertAfter(after);
  after.selectEnd();
};

/** The space between the caret's line and the menu, and between it and the window, in CSS pixels. */
const gap = 4;
const menuWidth = 320;

/** Below the caret, or above it where there is more room. */
const placeOf = (): CSSProperties => {
  const selection = getSelection();
  const caret =
    selection === null || selection.rangeCount === 0
      ? undefined
      : selection.getRangeAt(0).getBoundingClientRect();
  if (caret === undefined) return { visibility: 'hidden' };
  const left = Math.max(gap, Math.min(caret.left, innerWidth - menuWidth - gap));
  const [above, below] = [caret.top - 2 * gap, innerHeight - caret.bottom - 2 * gap];
  return above > below && below < menuWidth
    ? { left, bottom: innerHeight - caret.top + gap, maxHeight: above }
    : { left, top: caret.bottom + gap, maxHeight: below };
};

interface MenuProps {
  readonly options: readonly LinkOption[];
  readonly chosen: number | null;
  readonly onChoose: (option: LinkOption) => void;
  readonly onHighlight: (index: number) => void;
}

const Menu = ({ options, chosen, onChoose, onHighlight }: MenuProps) => {
  const [place] = useState(placeOf);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  useEffect(() => {
    const [first] = options;
    if (first !== undefined) announce(`${options.length} to link to: ${first.name}`);
  }, [options]);
  return (
    <div ref={list} className={styles.menu} style={place} role="listbox" aria-label="Link to">
      {options.map((option, index) => (
        // The words keep the focus, and with it the keys that choose here.
        <div
          key={option.key}
          id={`typeahead-item-${index}`}
          role="option"
          aria-selected={chosen === index}
          tabIndex={-1}
          className={styles.option}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
          onMouseEnter={() => onHighlight(index)}
        >
          <LinkMark kind={option.kind} colour={option.colour} />
          <span className={styles.optionName}>{option.name}</span>
          <span className={styles.optionKind}>
            {option.note === ''
              ? kindNames[option.kind]
              : `${kindNames[option.kind]}, ${option.note}`}
          </span>
        </div>
      ))}
    </div>
  );
};

/** Offers records by name while a link is typed; Enter takes one, Escape leaves the words as typed. */
export const LinkMenu = () => {
  const [editor] = useLexicalComposerContext();
  const [typed, setTyped] = useState<string | null>(null);
  const options = useLinkOptions(typed);
  return (
    <LexicalTypeaheadMenuPlugin<LinkOption>
      options={options}
      onQueryChange={setTyped}
      triggerFn={linkTyped}
      commandPriority={COMMAND_PRIORITY_HIGH}
      // The menu stands in the pane, so that it belongs to a landmark; this place for it is not used.
      anchorClassName={styles.anchor ?? ''}
      onSelectOption={(option, node, close) => {
        editor.update(() => $insertLink(option, node));
        close();
      }}
      menuRenderFn={(_, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) => {
        const pane = editor.getRootElement()?.closest('[data-pane]');
        return pane == null || options.length === 0
          ? null
          : createPortal(
              <Menu
                options={options}
                chosen={selectedIndex}
                onChoose={selectOptionAndCleanUp}
                onHighlight={setHighlightedIndex}
              />,
              pane,
            );
      }}
    />
  );
};
