import { Templates } from '../../features/life/activities/templates/Templates'
import { Duty } from '../Duty'

/** What is published by itself every month. */
export default function TemplatesPage() {
  return <Duty>{({ branchId }) => <Templates branchId={branchId} />}</Duty>
}
