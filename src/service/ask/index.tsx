import { CallSecretary } from '../../features/care/cards/CallSecretary'
import { Ask } from '../../features/help/requests/Ask'
import { guarded } from '../../features/home/guard/rooms/service'

definePageConfig({ navigationBarTitleText: '我要求助' })

/** Asking for help: `kind` from the grid, `memberId` and `name` where an officer asks in an elder’s stead, `org` where they first choose for which elder. */
export default guarded('ask', ({ acting: { me, person, forMemberId }, asked }) => {
  const [memberId, name] = [asked('memberId'), asked('name')]
  const [at, lng, lat] = [asked('at'), Number(asked('lng')), Number(asked('lat'))]
  return (
    <Ask
      me={me}
      person={person}
      forMemberId={forMemberId}
      kind={asked('kind')}
      elder={memberId !== undefined && name !== undefined ? { memberId, name } : undefined}
      org={asked('org')}
      spot={at === undefined ? undefined : { name: at, ...(lng > 0 && lat > 0 ? { point: { lng, lat } } : {}) }}
      foot={<CallSecretary memberId={person.memberId} />}
    />
  )
})
