import { describe, expect, test } from 'vitest';
import type { MenuItem as ItemData, Menu as MenuData } from '#shared/contract/platform.ts';
import type { StandIn } from '#tests/helpers/electron-stand-in/electron.ts';
import type { StandInApp } from '#tests/helpers/electron-stand-in/launch.ts';
import type { Menu as StandInMenu } from '#tests/helpers/electron-stand-in/menu.ts';
import type { DesktopWindow } from './desktop.ts';
import { commandsTo, desktopFixture, eventually } from './desktop-fixture.ts';

const desktop = desktopFixture();

const item = (id: string, label: string, shortcut: string | null = null): ItemData => ({
  id,
  label,
  shortcut,
  enabled: true,
});

const menus: readonly MenuData[] = [
  { label: 'File', items: [item('project.open', 'Open project', '$mod+o')] },
  {
    label: 'Edit',
    items: [
      item('edit.undo', 'Undo: Code “Hope”', '$mod+z'),
      { ...item('edit.redo', 'Redo', '$mod+Shift+z'), enabled: false },
    ],
  },
  { label: 'View', items: [item('view.larger', 'Larger text', '$mod+=')] },
  {
    label: 'Go',
    items: [
      item('go.back', 'Back', 'Alt+ArrowLeft'),
      'separator',
      item('go.pane', 'Next pane', 'F6'),
      item('go.pane-back', 'Previous pane', 'Shift+F6'),
    ],
  },
  {
    label: 'Code',
    items: [
      item('coding.create', 'Code the selection', 'Enter'),
      item('coding.in-vivo', 'Code in vivo', 'i'),
      item('coding.two', 'Two keys', 'g t'),
      item('coding.plus', 'Plus', '$mod++'),
      item('coding.odd', 'Odd', 'Hyper+x'),
    ],
  },
  { label: 'Theme', items: [] },
  { label: 'Help', items: [item('help.keys', 'Keyboard map', 'Shift+?')] },
];

interface SeenItem {
  readonly label: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly enabled: boolean;
}

/** The menu as it hangs in the first window, or in the menu bar of macOS. */
const seenMenu = (app: StandInApp, where: 'window' | 'bar') =>
  app.evaluate(({ BrowserWindow, Menu }: StandIn, place) => {
    const menu = place === 'bar' ? Menu.application : BrowserWindow.getAllWindows()[0]?.menu;
    return (menu?.items ?? []).map(({ label, role, submenu }) => ({
      label,
      ...(role === undefined ? {} : { role }),
      items: (submenu?.items ?? []).map((entry): SeenItem | '-' => {
        if (entry.type === 'separator') return '-';
        return Object.fromEntries(
          Object.entries(entry).filter(([name]) => name !== 'submenu' && name !== 'click'),
        ) as unknown as SeenItem;
      }),
    }));
  }, where);

const setMenu = async (app: StandInApp, given: readonly MenuData[]) => {
  const [page] = await app.pages(1);
  await page!.evaluate(
    (data) => (window as unknown as DesktopWindow).understory.setMenu(data),
    given,
  );
  return page!;
};

const labelsOf = (items: readonly (SeenItem | '-')[]): readonly string[] =>
  items.map((entry) => (entry === '-' ? '-' : entry.label));

describe('the native menu', () => {
  test('holds the commands of the renderer and what the system expects', async () => {
    const app = await desktop.start();
    expect((await app.pages(1)).length).toBe(1);
    expect((await seenMenu(app, 'window')).map(({ label }) => label)).toEqual([
      'File',
      'Edit',
      'View',
      'Window',
    ]);
    await setMenu(app, menus);
    await eventually(async () => (await seenMenu(app, 'window')).length).toBe(7);
    const menu = await seenMenu(app, 'window');
    expect(menu.map(({ label, items }) => [label, labelsOf(items)])).toEqual([
      ['File', ['Open project', '-', 'Quit']],
      ['Edit', ['Undo: Code “Hope”', 'Redo', '-', 'Cut', 'Copy', 'Paste', 'Select All']],
      ['View', ['Larger text', '-', 'Actual Size', 'Zoom In', 'Zoom Out', 'Toggle Full Screen']],
      ['Go', ['Back', '-', 'Next pane', 'Previous pane']],
      ['Code', ['Code the selection', 'Code in vivo', 'Two keys', 'Plus', 'Odd']],
      ['Window', ['New window', '-', 'Minimize', 'Close Window']],
      ['Help', ['Keyboard map']],
    ]);
    const entry = (id: string) =>
      menu.flatMap(({ items }) => items).find((one) => one !== '-' && 'id' in one && one.id === id);
    expect(entry('edit.redo')).toMatchObject({ enabled: false, accelerator: 'CmdOrCtrl+Shift+Z' });
    expect(entry('go.back')).toMatchObject({ accelerator: 'Alt+Left', registerAccelerator: false });
    expect(entry('go.pane-back')).toMatchObject({ accelerator: 'Shift+F6' });
    expect(entry('coding.plus')).toMatchObject({ accelerator: 'CmdOrCtrl+Plus' });
    // Keys that are also typed belong to the page alone.
    for (const id of ['coding.create', 'coding.in-vivo', 'coding.two', 'coding.odd', 'help.keys'])
      expect(entry(id)).not.toHaveProperty('accelerator');
  });

  test('tells the window what was chosen in it', async () => {
    const app = await desktop.start();
    const page = await setMenu(app, menus);
    expect(await commandsTo(page)).toEqual([]);
    await eventually(async () => (await seenMenu(app, 'window')).length).toBe(7);
    await app.evaluate(({ BrowserWindow }) => {
      const edit = BrowserWindow.getAllWindows()[0]?.menu?.items.find(
        ({ label }) => label === 'Edit',
      );
      edit?.submenu?.items.find(({ id }) => id === 'edit.undo')?.click?.();
    });
    await eventually(() => commandsTo(page)).toEqual(['edit.undo']);
  });

  test('on macOS is that of the window in front, under the menu of the app', async () => {
    const app = await desktop.start({ platform: 'darwin' });
    const page = await setMenu(app, menus);
    await eventually(async () => (await seenMenu(app, 'bar')).length).toBe(8);
    const bar = await seenMenu(app, 'bar');
    expect(bar.map(({ label, role }) => role ?? label)).toEqual([
      'appMenu',
      'File',
      'Edit',
      'View',
      'Go',
      'Code',
      'window',
      'help',
    ]);
    expect(labelsOf(bar[1]!.items)).toEqual(['Open project', '-', 'Open Recent']);
    expect(labelsOf(bar[6]!.items)).toEqual([
      'New window',
      '-',
      'Minimize',
      'Zoom',
      '-',
      'Bring All to Front',
      'Close Window',
    ]);
    await app.evaluate(({ Menu }) => {
      const windows = Menu.application?.items.find(({ role }) => role === 'window');
      windows?.submenu?.items[0]?.click?.();
    });
    await app.pages(2);
    expect((await seenMenu(app, 'bar')).length).toBe(5);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
    expect((await seenMenu(app, 'bar')).length).toBe(8);
    await app.evaluate(({ Menu }) => {
      const file = Menu.application?.items.find(({ label }) => label === 'File');
      file?.submenu?.items[0]?.click?.();
    });
    await eventually(() => commandsTo(page)).toEqual(['project.open']);
  });

  test('the title is the one the renderer gives', async () => {
    const app = await desktop.start();
    const [page] = await app.pages(1);
    await page!.evaluate(() =>
      (window as unknown as DesktopWindow).understory.setTitle('Pain study'),
    );
    await eventually(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.title),
    ).toBe('Pain study');
  });
});

describe('spelling', () => {
  test('is checked off-line: no dictionary is fetched from anywhere', async () => {
    const app = await desktop.start();
    await app.pages(1);
    const { spelling, served, cancelled } = await app.evaluate(async ({ session, protocol }) => {
      const address = `${session.defaultSession.spelling.dictionaries}en-gb-10-1.bdic`;
      const response = await protocol.handlers.get('app')?.(new Request(address));
      return {
        spelling: session.defaultSession.spelling,
        served: response?.status,
        cancelled: await session.defaultSession.cancels(
          'https://redirector.gvt1.com/edgedl/chrome/dict/en-gb-10-1.bdic',
        ),
      };
    });
    expect(spelling).toEqual({ enabled: true, dictionaries: 'app://understory/dictionaries/' });
    expect(served).toBe(404);
    expect(cancelled).toBe(true);
  });

  test('offers corrections where text is edited, and nothing where nothing can be done', async () => {
    const app = await desktop.start();
    await app.pages(1);
    const seen = await app.evaluate(({ BrowserWindow, Menu, session }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const popUp = (params: object): readonly string[] | null => {
        Menu.poppedUp = null;
        contents?.emit(
          'context-menu',
          {},
          {
            isEditable: false,
            selectionText: '',
            misspelledWord: '',
            dictionarySuggestions: [],
            editFlags: { canCut: false, canCopy: true, canPaste: false, canSelectAll: true },
            ...params,
          },
        );
        return (
          (Menu.poppedUp as StandInMenu | null)?.items.map(({ label, enabled }) =>
            enabled ? label : `(${label})`,
          ) ?? null
        );
      };
      const nowhere = popUp({});
      const selected = popUp({ selectionText: 'believed' });
      const misspelled = popUp({
        isEditable: true,
        misspelledWord: 'beleived',
        dictionarySuggestions: ['believed', 'believes'],
      });
      const { items } = Menu.poppedUp as unknown as StandInMenu;
      items[0]?.click?.();
      items[2]?.click?.();
      return {
        nowhere,
        selected,
        misspelled,
        replaced: contents?.replaced,
        learned: session.defaultSession.learned,
      };
    });
    expect(seen).toEqual({
      nowhere: null,
      selected: ['(Cut)', 'Copy', '(Paste)', 'Select All'],
      misspelled: [
        'believed',
        'believes',
        'Add “beleived” to the dictionary',
        '',
        '(Cut)',
        'Copy',
        '(Paste)',
        'Select All',
      ],
      replaced: ['believed'],
      learned: ['beleived'],
    });
  });
});
