import { Chips } from '../../../components/Chips'
import { Fold } from '../../../components/Fold'
import type { BranchMember } from './branchMembers'
import { type Facet, facets } from './narrowing'

/** Those who died are another list, asked for by itself. */
const DEPARTED = 'departed'
type Narrowing = Facet | typeof DEPARTED

interface Props {
  members: readonly BranchMember[]
  chosen: readonly Facet[]
  onChange: (chosen: Facet[]) => void
  /** The list is of those who died. */
  departed: boolean
  onDeparted: (departed: boolean) => void
}

/** What the list can be narrowed to, each with how many there are; folded away until it is wanted, named while it narrows. */
export const Facets = ({ members, chosen, onChange, departed, onDeparted }: Props) => {
  const words = departed ? ['已故'] : facets.filter(({ value }) => chosen.includes(value)).map(facet => facet.words)
  const press = (value: Narrowing) => {
    if (value === DEPARTED) onDeparted(!departed)
    else onChange(chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value])
  }
  const living = facets.map(({ value, words: kind, fits }) => ({ value, words: `${kind} ${members.filter(fits).length}` }))
  const shown: Narrowing[] = departed ? [DEPARTED] : [...chosen]
  return (
    <Fold title={words.length > 0 ? `只看：${words.join('、')}` : '只看一部分人'}>
      {() => (
        <Chips
          many
          label="只看哪些人"
          options={[...(departed ? [] : living), { value: DEPARTED, words: '已故' }]}
          chosen={shown}
          onPress={press}
        />
      )}
    </Fold>
  )
}
