import { strandHints, strands, strandWords } from '../../../../core/life/strands/kinds'
import { PickOne } from '../../../components/PickOne'

const options = [
  ...strands.map(value => ({ value: value as string, words: strandWords[value], hint: strandHints[value] })),
  { value: '', words: '都不是', hint: '不计入“请进来、请出去、动起来”' },
]

/** What an activity is to its members (P14); empty for none. */
export const StrandField = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => (
  <PickOne label="请进来、请出去，还是动起来" options={options} value={value} onChange={onChange} />
)
