import { View } from '@tarojs/components'
import { Icon } from '../../../components/Icon'
import { spoken } from '../../../components/spoken'
import type { BranchMember } from './branchMembers'
import { type Facet, facets } from './facets'
import './Facets.css'

interface Props {
  members: readonly BranchMember[]
  chosen: readonly Facet[]
  onChange: (chosen: Facet[]) => void
}

interface ChipProps {
  words: string
  count?: number
  on: boolean
  onPress: () => void
}

/** One way to narrow the list; pressed again, it is as before. */
export const FacetChip = ({ words, count, on, onPress }: ChipProps) => (
  <View className={`facet${on ? ' on' : ''}`} onClick={onPress} {...spoken('checkbox', { checked: on })}>
    {on && <Icon name="check" tone="white" />}
    <View>
      {words} {count}
    </View>
  </View>
)

/** What the list can be narrowed to, each with how many there are. */
export const Facets = ({ members, chosen, onChange }: Props) => (
  <View className="facets" {...spoken('group', { label: '只看' })}>
    {facets.map(({ value, words, fits }) => {
      const on = chosen.includes(value)
      const turn = () => onChange(on ? chosen.filter(one => one !== value) : [...chosen, value])
      return <FacetChip key={value} words={words} count={members.filter(fits).length} on={on} onPress={turn} />
    })}
  </View>
)
