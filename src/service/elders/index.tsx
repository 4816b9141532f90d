import { MyElders } from '../../features/care/pairings/MyElders'
import { guarded } from '../../features/home/guard/rooms/service'

definePageConfig({ navigationBarTitleText: '我联系的老同志' })

/** The elders I look after. */
export default guarded('elders', ({ acting: { me, person } }) => <MyElders name={me.member?.name ?? person.name} />)
