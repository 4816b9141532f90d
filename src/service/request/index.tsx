import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { CallSecretary } from '../../features/care/cards/CallSecretary'
import { Known } from '../../features/people/identity/Known'
import { RequestScreen } from '../../features/help/requests/RequestScreen'

/** One request, for whoever is concerned: opened from a message, a list, or right after asking (`rings` then says when people are rung). */
export default function RequestPage() {
  const { id, rings } = useRouter().params
  return (
    <Known>
      {({ me, person }) => (
        <Named id={id} icon="help" what="一件求助办到哪里了">
          {requestId => (
            <RequestScreen
              requestId={requestId}
              me={me}
              person={person}
              ringsAt={rings ? Number(rings) : undefined}
              foot={<CallSecretary memberId={person.memberId} />}
            />
          )}
        </Named>
      )}
    </Known>
  )
}
