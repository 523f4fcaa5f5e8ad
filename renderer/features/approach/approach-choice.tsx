import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { type Approach, approaches } from '#shared/model/approach.ts';
import { approachWords } from './approach-words.ts';

const choices = approaches.map((id) => ({
  id,
  name: approachWords[id].name,
  description: approachWords[id].means,
}));

interface Props {
  readonly value: Approach;
  readonly onChange: (approach: Approach) => void;
}

/** Chooses how a study does thematic analysis, each way explained in a sentence. */
export const ApproachChoice = ({ value, onChange }: Props) => (
  <RadioGroup
    label="Kind of thematic analysis"
    choices={choices}
    value={value}
    onChange={onChange}
  />
);
