import { PersonRow } from '../../components/Rows'
import { go } from '../../platform/go'
import { pages } from './pages'
import { type CareItem, sayDue, sayKinds, sayLate, sayRung, sayWhere } from './words'

/** One elder: what is late in red with its words, else by when the next is due. `wide`: among people of several branches. */
export const CareRow = ({ item, wide = false, mine = false }: { item: CareItem; wide?: boolean; mine?: boolean }) => {
  const late = item.late.length > 0
  const note = [
    sayKinds(item),
    mine ? (item.groupName ?? '') : sayWhere(item, wide),
    late ? sayLate(item) : sayDue(item),
    late ? sayRung(item) : '',
  ]
  return (
    <PersonRow
      name={item.name}
      note={note.filter(Boolean).join(' · ')}
      {...(late ? { state: { icon: 'alert', tone: 'danger', words: `超期${String(item.daysLate)}天` } as const } : {})}
      onPress={() => go(pages.person(item.memberId))}
    />
  )
}
