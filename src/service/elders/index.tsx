import { MyElders } from '../../features/care/pairings/MyElders'
import { guarded } from '../../features/home/guard/guarded'

/** The elders I look after. */
export default guarded('elders', ({ acting: { me, person } }) => <MyElders name={me.member?.name ?? person.name} />)
