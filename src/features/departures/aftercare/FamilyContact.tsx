import { View } from '@tarojs/components'
import { CallButton } from '../../../components/CallButton'
import { Card } from '../../../components/Card'
import { Mourning } from '../../../components/Mourning'
import { useQuery } from '../../../platform/query'

/** To the family helper of an elder who died: who of the branch to turn to. Nothing for others. */
export const FamilyContact = () => {
  const items = useQuery('aftercare.contact', {}).data?.items ?? []
  if (items.length === 0) return null
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
