import { useCall } from '#renderer/client/queries.ts';
import { CodeDetails } from '#renderer/features/codebook/code-details.tsx';
import { ThemesInspector } from '#renderer/features/themes/themes-inspector.tsx';
import { useNavigation } from '#renderer/state/navigation.ts';

/** The theme that is looked at, or the code that was chosen on the map. */
export const ThemesViewsInspector = () => {
  const id = useNavigation(({ address }) => address.id);
  const code = useCall('codes.list', {}).data?.find((one) => one.id === id);
  const use = useCall('codes.use', {}).data;
  if (code === undefined || use === undefined) return <ThemesInspector />;
  const own = use.find(({ codeId }) => codeId === code.id);
  return (
    <CodeDetails
      key={code.id}
      code={code}
      use={own ?? { codeId: code.id, codings: 0, sources: 0 }}
    />
  );
};
