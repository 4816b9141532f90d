import { PointForm } from '../../features/care/cards/PointForm'
import { Duty } from '../../secretary/Duty'

/** Where the branch receives people. */
export default function PointPage() {
  return <Duty>{({ branchId }) => <PointForm branchId={branchId} />}</Duty>
}
