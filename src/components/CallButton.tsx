import { dial } from '../platform/phone'
import { BigButton, Button } from './Button'

interface Props {
  name: string
  phone: string
  words?: string
  big?: boolean
}

/** Calls a person with one tap. */
export const CallButton = ({ name, phone, words = '打电话', big = false }: Props) => {
  const about = { icon: 'phone' as const, ...(words.includes(name) ? {} : { about: name }), onPress: () => dial(phone) }
  return big ? <BigButton {...about}>{words}</BigButton> : <Button {...about}>{words}</Button>
}
