import { type RefObject, useEffect, useState } from 'react';
import { showError } from '#renderer/client/edit.ts';
import { platform } from '#renderer/client/platform.ts';
import type { PickedFile } from '#shared/contract/platform.ts';

const childrenOf = async (
  folder: FileSystemDirectoryEntry,
): Promise<readonly FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // A reader hands out a folder in portions and ends with an empty one.
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
};

const filesIn = async (entry: FileSystemEntry): Promise<readonly File[]> => {
  if (entry.name.startsWith('.')) return [];
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    // A dropped file does not know its folder, from which group and time point are guessed.
    Object.defineProperty(file, 'webkitRelativePath', { value: entry.fullPath.slice(1) });
    return [file];
  }
  const inside: File[] = [];
  for (const child of await childrenOf(entry as FileSystemDirectoryEntry))
    inside.push(...(await filesIn(child)));
  return inside;
};

/** The files behind a drop. On the desktop the host opens folders itself. */
const droppedFiles = async (data: DataTransfer): Promise<readonly File[]> => {
  if (platform.host === 'desktop') return [...data.files];
  // The items are gone after the first wait, so all entries are taken before it.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const files: File[] = [];
  for (const entry of entries) {
    if (entry instanceof File) files.push(entry);
    else if (entry !== null) files.push(...(await filesIn(entry)));
  }
  return files;
};

const holdsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files and folders that are dropped on an element. Answers whether some are held over it. */
export const useFileDrop = (
  element: RefObject<HTMLElement | null>,
  onFiles: (files: readonly PickedFile[]) => Promise<void>,
): boolean => {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      const inside = event.relatedTarget instanceof Node && target.contains(event.relatedTarget);
      if (!inside) setIsOver(false);
    };
    const take = async (data: DataTransfer): Promise<void> => {
      try {
        await onFiles(await platform.takeFiles(await droppedFiles(data)));
      } catch (thrown) {
        showError({
          code: 'file-unreadable',
          message: `The files could not be read. Nothing was imported. ${String(thrown)}`,
        });
      }
    };
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      if (!holdsFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      void take(event.dataTransfer);
    };
    target.addEventListener('dragover', over);
    target.addEventListener('dragleave', leave);
    target.addEventListener('drop', drop);
    return () => {
      target.removeEventListener('dragover', over);
      target.removeEventListener('dragleave', leave);
      target.removeEventListener('drop', drop);
    };
  }, [element, onFiles]);
  return isOver;
};
