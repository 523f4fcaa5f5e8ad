import { Search } from 'lucide-react';
import {
  Button,
  Input,
  Label,
  SearchField as RacSearchField,
  type SearchFieldProps,
} from 'react-aria-components';
import styles from './field.module.css';

interface Props extends Omit<SearchFieldProps, 'className' | 'style' | 'children'> {
  /** Its accessible name, and the words inside while it is empty. */
  readonly label: string;
}

/** A field that filters what stands below it. Esc clears it. */
export const SearchField = ({ label, ...props }: Props) => (
  <RacSearchField {...props} className={styles.search ?? ''}>
    <Label className="visually-hidden">{label}</Label>
    <Search size={14} aria-hidden />
    <Input className={styles.input ?? ''} placeholder={label} />
    <Button className={styles.clear ?? ''} aria-label={`Clear: ${label}`}>
      ×
    </Button>
  </RacSearchField>
);
