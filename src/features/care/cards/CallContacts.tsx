import { View } from '@tarojs/components'
import { CallButton } from '../../../components/CallButton'
import { Card } from '../../../components/Card'
import { contactsOf, useServiceCard } from './contacts'

/** The people whose duty it is to answer, each named with what they are, and the nearest service point; as this phone keeps them, also without network. */
export const CallContacts = ({ memberId }: { memberId: string }) => {
  const card = useServiceCard(memberId).data
  const contacts = card ? contactsOf(card) : []
  const { name, phone } = card?.point ?? {}
  if (contacts.length === 0 && phone === undefined) return null
  return (
    <Card title="也叫身边的人">
      <View className="stack">
        {contacts.map(one => (
          <CallButton key={one.duty} name={one.name} phone={one.phone} words={`打给${one.duty}${one.name}`} />
        ))}
        {name !== undefined && phone !== undefined && <CallButton name={name} phone={phone} words={`打给${name}`} />}
      </View>
    </Card>
  )
}
