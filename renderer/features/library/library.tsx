import { useCall } from '#renderer/client/queries.ts';

/** The sources and cases of the study. */
export const Library = () => {
  const sources = useCall('sources.list', {});
  return <ul>{sources.data?.map((source) => <li key={source.id}>{source.name}</li>)}</ul>;
};
