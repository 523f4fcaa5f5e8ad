import { useCall } from '#renderer/client/queries.ts';
import { useMaking } from './packs-draft.ts';
import { PacksList } from './packs-list.tsx';
import { PackMaker } from './packs-maker.tsx';

/** The review packs of the study, or the one that is being made. */
export const PacksTab = () => {
  const making = useMaking((state) => state.making);
  const project = useCall('project.state', {}).data?.project?.id;
  return making === null || making.projectId !== project ? (
    <PacksList />
  ) : (
    <PackMaker making={making} />
  );
};
