import { View } from '@tarojs/components'
import { CallButton } from '../../components/CallButton'
import { Card } from '../../components/Card'
import { LinkRow } from '../../components/Rows'
import { go } from '../../platform/go'
import { useQuery } from '../../platform/query'
import { Mourning } from './Mourning'
import { pages } from './pages'

/** On the desk of a branch: what is still to be done for a family. */
export const AftercareLine = ({ orgId }: { orgId: string }) => {
  const data = useQuery('aftercare.list', { orgId }).data
  if (!data || data.open === 0) return null
  const late = data.items.reduce((sum, item) => sum + item.late, 0)
  return (
    <LinkRow
      icon="file"
      words={`善后：${String(data.open)} 家还有事要办`}
      note={late > 0 ? `${String(late)} 件过了日子` : '按这里看谁来办、哪天前办'}
      onPress={() => go(pages.list)}
    />
  )
}

/** To whoever helped an elder that died: whom of the branch to turn to. */
export const FamilyContact = () => {
  const items = useQuery('aftercare.contact', {}).data?.items ?? []
  return (
    <Mourning>
      {items.map(one => (
        <Card key={one.name} title="善后联系人">
          <View>{one.name}同志的后事，请找支部商量，我们一起办。</View>
          {one.contacts.map(contact => (
            <CallButton key={contact.phone} name={contact.name} phone={contact.phone} words={`打电话给${contact.name}`} />
          ))}
        </Card>
      ))}
    </Mourning>
  )
}
