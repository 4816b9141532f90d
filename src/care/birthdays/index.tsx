import { Birthdays } from '../../features/care/birthdays/List'
import { Duty } from '../../secretary/Duty'

/** Who of the branch celebrates soon. */
export default function BirthdaysPage() {
  return <Duty>{({ branchId, branchName }) => <Birthdays branchId={branchId} branchName={branchName} />}</Duty>
}
