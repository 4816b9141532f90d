import { guarded } from '../../features/home/guard/rooms/secretary'
import { Trainings } from '../../features/life/trainings/Trainings'

definePageConfig({ navigationBarTitleText: '集中培训' })

/** Trainings held elsewhere. */
export default guarded('trainings', ({ office }) => (
  <Trainings key={office.orgId} orgId={office.orgId} orgName={office.orgName} branch={office.secretary} />
))
