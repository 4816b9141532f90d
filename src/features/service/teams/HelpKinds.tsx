import { requestKindWords, type RequestKind, requestKinds } from '../../../../core/shared/request-kinds'
import { Chips } from '../../../components/Chips'

const options = requestKinds.map(value => ({ value, words: requestKindWords[value] }))

interface Props {
  label: string
  hint?: string
  chosen: readonly RequestKind[]
  /** It gets which were chosen and gives which are now: two quick taps are two changes. */
  onChange: (next: (chosen: readonly RequestKind[]) => RequestKind[]) => void
  error?: string | undefined
}

/** Kinds of help, several of them, in the order of the picture buttons. */
export const HelpKinds = ({ chosen, onChange, ...rest }: Props) => (
  <Chips
    {...rest}
    options={options}
    chosen={chosen}
    onPress={kind => onChange(before => requestKinds.filter(one => (one === kind) !== before.includes(one)))}
    many
  />
)
