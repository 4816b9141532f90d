import { requestKindWords, type RequestKind, requestKinds } from '../../../../core/shared/request-kinds'
import { Chips } from '../../../components/Chips'

const options = requestKinds.map(value => ({ value, words: requestKindWords[value] }))

interface Props {
  label: string
  hint?: string
  chosen: readonly RequestKind[]
  onChange: (kinds: RequestKind[]) => void
  error?: string | undefined
}

/** Kinds of help, several of them, in the order of the picture buttons. */
export const HelpKinds = ({ chosen, onChange, ...rest }: Props) => (
  <Chips
    {...rest}
    options={options}
    chosen={chosen}
    onPress={kind => onChange(requestKinds.filter(one => (one === kind) !== chosen.includes(one)))}
    many
  />
)
