import { Desk } from '../../features/desk/Desk'
import { Duty } from '../Duty'

/** The secretary’s desk. */
export default function DeskPage() {
  return <Duty>{branch => <Desk {...branch} />}</Duty>
}
