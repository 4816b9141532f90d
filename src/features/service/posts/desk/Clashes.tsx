import { View } from '@tarojs/components'
import { Choice } from '../../../../components/Choice'
import { Notice } from '../../../../components/Notice'
import { span } from '../../../../components/times'
import type { Asked, Given } from '../../../../platform/call'

export type Clash = NonNullable<Given<'post.change'>['clashes']>[number]
type Clashing = NonNullable<Asked<'post.change'>['clashing']>

const people = (clashes: readonly Clash[]): number => new Set(clashes.map(one => one.memberId)).size

/** Who would be in two places at once, and where else. */
export const ClashList = ({ clashes }: { clashes: readonly Clash[] }) => (
  <>
    {clashes.map(({ memberId, name, shiftId, with: other }) => (
      <View key={`${shiftId}/${memberId}`}>
        <View className="strong">{name}</View>
        <View className="words-whole">
          “{other.title}”{span(other.startsAt, other.endsAt)}
        </View>
      </View>
    ))}
  </>
)

interface Props {
  clashes: readonly Clash[]
  value: Clashing | undefined
  onChange: (clashing: Clashing) => void
}

/** Asks what becomes of the places of those who hold another shift at the new time. */
export const Clashes = ({ clashes, value, onChange }: Props) =>
  clashes.length === 0 ? null : (
    <>
      <Notice tone="warn" title={`还没有改：改了以后，${people(clashes)} 人和另一个班撞上`}>
        <ClashList clashes={clashes} />
      </Notice>
      <Choice
        label="他们在这一班的名额怎么办？"
        options={[
          { value: 'keep', words: '先留着', hint: '告诉他们撞上了，请他们自己选一个' },
          { value: 'release', words: '替他们退了', hint: '让给候补的；另一个班还是他们的，会告诉他们' },
        ]}
        value={value}
        onChange={onChange}
      />
    </>
  )

/** After it was changed: who now holds two shifts at once, to be phoned. */
export const StillClashing = ({ clashes }: { clashes: readonly Clash[] }) => (
  <Notice tone="warn" title={`${people(clashes)} 人现在撞了班`}>
    <ClashList clashes={clashes} />
    <View>已经告诉他们了，最好再打个电话，问问去哪一个。</View>
  </Notice>
)
