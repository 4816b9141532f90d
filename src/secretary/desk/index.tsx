import { Desk } from '../../features/desk/Desk'
import { DeskLine } from '../../features/requests/DeskLine'
import { Duty } from '../Duty'

/** The secretary’s desk. */
export default function DeskPage() {
  return <Duty>{branch => <Desk {...branch} waiting={<DeskLine orgId={branch.branchId} />} />}</Duty>
}
