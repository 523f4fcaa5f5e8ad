import { Button } from 'react-aria-components';
import { areaKeys, areas } from '#renderer/features/areas.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { WithTooltip } from '#renderer/ui/tooltip.tsx';
import styles from './rail.module.css';

/** The work areas, in the order of the analysis. */
export const Rail = () => {
  const { address, go } = useNavigation();
  return (
    <nav className={styles.rail} aria-label="Work areas" data-pane>
      {areas.map(({ id, name, icon: Icon }) => (
        <WithTooltip key={id} text={name} {...areaKeys(id)}>
          <Button
            className={styles.area ?? ''}
            aria-current={address.area === id ? 'page' : 'false'}
            onPress={() => go({ area: id })}
          >
            <Icon size={20} aria-hidden />
            <span>{name}</span>
          </Button>
        </WithTooltip>
      ))}
    </nav>
  );
};
