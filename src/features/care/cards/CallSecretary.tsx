import { CallButton } from '../../../components/CallButton'
import { useServiceCard } from './contacts'

/** The way out of everything that went wrong: ring the secretary. Shows nothing until the number is known. */
export const CallSecretary = ({ memberId }: { memberId: string }) => {
  const secretary = useServiceCard(memberId).data?.secretary
  return secretary ? <CallButton name={secretary.name} phone={secretary.phone} words="给支部书记打电话" /> : null
}
