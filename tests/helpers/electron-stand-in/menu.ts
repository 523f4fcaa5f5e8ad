interface Template {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly registerAccelerator?: boolean;
  readonly submenu?: readonly Template[];
  readonly click?: () => void;
}

const roleLabels: Readonly<Record<string, string>> = {
  appMenu: 'Understory',
  clearRecentDocuments: 'Clear Recent',
  close: 'Close Window',
  copy: 'Copy',
  cut: 'Cut',
  front: 'Bring All to Front',
  help: 'Help',
  minimize: 'Minimize',
  paste: 'Paste',
  quit: 'Quit',
  recentDocuments: 'Open Recent',
  resetZoom: 'Actual Size',
  selectAll: 'Select All',
  togglefullscreen: 'Toggle Full Screen',
  window: 'Window',
  zoom: 'Zoom',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
};

const modifier =
  'CommandOrControl|CmdOrCtrl|Command|Cmd|Control|Ctrl|AltGr|Alt|Option|Shift|Super|Meta';
const key =
  'F\\d{1,2}|Plus|Space|Tab|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc|[0-9A-Z!-/:-@\\[-`{-~]';
/** What Electron takes for an accelerator. */
export const acceleratorPattern = new RegExp(`^(?:(?:${modifier})\\+)*(?:${key})$`, 'u');

/** One entry of a menu as Electron would show it. */
export interface MenuItem extends Omit<Template, 'submenu'> {
  readonly label: string;
  readonly enabled: boolean;
  readonly submenu?: Menu;
}

const itemFrom = ({ submenu, ...template }: Template): MenuItem => {
  const { label, role, type, accelerator } = template;
  if (label === undefined && role === undefined && type !== 'separator')
    throw new Error('Invalid template for MenuItem: it needs a label, role or type');
  if (role !== undefined && roleLabels[role] === undefined)
    throw new Error(`The stand-in knows no role '${role}'`);
  if (accelerator !== undefined && !acceleratorPattern.test(accelerator))
    throw new Error(`'${accelerator}' is no accelerator`);
  return {
    ...template,
    label: label ?? roleLabels[role ?? ''] ?? '',
    enabled: template.enabled ?? true,
    ...(submenu === undefined ? {} : { submenu: Menu.buildFromTemplate(submenu) }),
  };
};

/** Stands in for `Menu`; refuses templates that Electron refuses. */
export class Menu {
  static application: Menu | null = null;
  /** The menu that was last popped up. */
  static poppedUp: Menu | null = null;
  readonly items: readonly MenuItem[];

  constructor(items: readonly MenuItem[]) {
    this.items = items;
  }

  static buildFromTemplate(template: readonly Template[]): Menu {
    return new Menu(template.map(itemFrom));
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.application = menu;
  }

  popup(): void {
    Menu.poppedUp = this;
  }
}
