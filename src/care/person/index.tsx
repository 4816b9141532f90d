import { CarePerson } from '../../features/care/special-care/CarePerson'
import { guarded } from '../../features/home/guard/rooms/care'
import { officesOf } from '../../features/people/organizations/offices'

definePageConfig({ navigationBarTitleText: '联系老同志' })

/** One elder in special care (`memberId`). */
export default guarded('carePerson', ({ id, acting }) => <CarePerson memberId={id} raises={officesOf(acting.me).length > 0} />)
