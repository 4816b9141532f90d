import { CallSecretary } from '../../features/care/cards/CallSecretary'
import { RequestScreen } from '../../features/help/requests/RequestScreen'
import { guarded } from '../../features/home/guard/rooms/service'

definePageConfig({ navigationBarTitleText: '求助' })

/** One request, for everyone concerned: opened from a message, a list, or right after asking (`rings` then says when people are rung). */
export default guarded('request', ({ id, acting: { me, person }, asked }) => {
  const rings = asked('rings')
  return (
    <RequestScreen
      requestId={id}
      me={me}
      person={person}
      ringsAt={rings === undefined ? undefined : Number(rings)}
      foot={<CallSecretary memberId={person.memberId} />}
    />
  )
})
