import { useState } from 'react';
import { call } from '#renderer/client/call.ts';
import { showError } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { exportName, tellExported, useExport } from '#renderer/client/use-export.ts';
import { ExportDialog, type ExportFormat } from '#renderer/ui/export-dialog.tsx';
import type { MapFormat } from '#shared/contract/exports.ts';
import { drawPng } from './draw-png.ts';
import { showDialog, useThemesView } from './map-state.ts';

const formats: readonly ExportFormat<MapFormat>[] = [
  { id: 'svg', name: 'Drawing (.svg)', description: 'Sharp at any size, with text to edit.' },
  {
    id: 'png',
    name: 'Picture (.png)',
    description: 'For slides and documents, at twice the size.',
  },
];

const close = (): void => showDialog(null);

/** The map as a PNG in base64; null where that failed, which has then been shown. */
const pictureOf = async (codes: boolean): Promise<string | null> => {
  const reply = await call('map.svg', { codes });
  if (!reply.ok) {
    showError(reply.error);
    return null;
  }
  try {
    return (await drawPng(reply.value)).base64;
  } catch {
    showError({
      code: 'export-refused',
      message: 'The picture could not be drawn. No file was written. Export the map as a drawing.',
    });
    return null;
  }
};

/** Chooses how the map is written, as it stands on the screen. */
export const ExportMap = () => {
  const project = useCall('project.state', {}).data?.project?.name ?? 'Project';
  const codes = useThemesView((state) => state.codes);
  const [format, setFormat] = useState<MapFormat>('svg');
  const { job, write, stop } = useExport('exports.map');
  const run = async (): Promise<void> => {
    const picture = format === 'png' ? await pictureOf(codes) : undefined;
    if (picture === null) return;
    const written = await write(exportName(project, 'thematic map', format), {
      format,
      codes,
      ...(picture === undefined ? {} : { picture }),
    });
    if (written === null) return;
    close();
    tellExported('thematic map', written);
  };
  return (
    <ExportDialog
      title="Export map"
      formats={formats}
      format={format}
      onFormat={setFormat}
      job={job}
      onExport={run}
      stop={stop}
      onClose={close}
    >
      <p>
        {codes
          ? 'The map is written as it stands on the screen, with its codes.'
          : 'The map is written as it stands on the screen, without its codes.'}
      </p>
    </ExportDialog>
  );
};
