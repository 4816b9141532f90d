import { View } from '@tarojs/components'
import { CallNumbers } from '../../people/public'
import { Card } from '../../../components/Card'
import { call } from '../../../platform/call'
import { type Callable, ringWords } from './words'

interface About {
  requestId: string
  forMemberId: { forMemberId?: string }
}

interface OneProps extends About {
  person: Callable
  big?: boolean
  words?: string
}

/** Rings one of those concerned; the number comes only while both are. */
export const CallOne = ({ requestId, forMemberId, person, big = false, words }: OneProps) => (
  <CallNumbers
    name={person.name}
    words={words ?? ringWords(person)}
    big={big}
    ask={() => call('request.phone', { requestId, memberId: person.memberId, ...forMemberId })}
  />
)

/** Everyone the reader may call about it. */
export const Calls = ({ people, ...about }: About & { people: readonly Callable[] }) =>
  people.length === 0 ? null : (
    <Card title="打电话">
      <View className="stack">
        {people.map(person => (
          <CallOne key={person.memberId} person={person} {...about} />
        ))}
      </View>
    </Card>
  )
