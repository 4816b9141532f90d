import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { Fold } from '../../../components/Fold'
import { Letters } from '../../../components/Letters'
import { Many } from '../../../components/Many'
import { spoken } from '../../../components/spoken'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { toTop } from '../../../platform/screen'
import type { BranchMember } from './branchMembers'
import { CallRow } from './CallMember'
import { aboutMember } from './narrowing'
import { byGroup, byLetter } from './lists'

/** So many rows are drawn at first, and more at each press. */
const STEP = 20

const MemberRow = ({ member, withGroup }: { member: BranchMember; withGroup: boolean }) => {
  const { memberId, name, maskedPhone, bound } = member
  return (
    <CallRow
      name={name}
      mark={bound ? undefined : '没绑定微信'}
      note={aboutMember(member, withGroup)}
      rings={maskedPhone !== undefined}
      ask={() => call('roster.phone', { memberId })}
      onPress={() => go(routes.person({ memberId }))}
    />
  )
}

interface Props {
  members: readonly BranchMember[]
}

/**
 * By name, in the order of pinyin, with its letters at the side; in the order of the roster where there are none, and while more names are still
 * coming: nothing moves away under the finger.
 */
export const ByName = ({ members, complete }: Props & { complete: boolean }) => {
  const [letter, setLetter] = useState<string | undefined>()
  const { letters, inOrder, letterOf } = byLetter(members, complete)
  const chosen = letter !== undefined && letters.includes(letter) ? letter : undefined
  const shown = chosen === undefined ? inOrder : inOrder.filter(member => letterOf(member) === chosen)
  const press = (one: string) => {
    setLetter(one === chosen ? undefined : one)
    toTop()
  }
  const begins = new Map([...shown].reverse().map(member => [letterOf(member), member.memberId]))
  return (
    <View className="lettered">
      <View className="grow">
        <Many key={chosen ?? ''} items={shown} keyOf={member => member.memberId} step={STEP}>
          {member => (
            <>
              {letters.length > 0 && begins.get(letterOf(member)) === member.memberId && (
                <View className="section-title" {...spoken('heading', { level: 2 })}>
                  {letterOf(member)}
                </View>
              )}
              <MemberRow member={member} withGroup />
            </>
          )}
        </Many>
      </View>
      {letters.length > 1 && <Letters letters={letters} chosen={chosen} onPress={press} />}
    </View>
  )
}

/** By group, each folded under its name with how many they are. */
export const ByGroup = ({ members }: Props) => (
  <>
    {byGroup(members).map(({ title, members: theirs }) => (
      <Fold key={title} title={`${title} ${theirs.length} 人`}>
        {() => (
          <Many items={theirs} keyOf={member => member.memberId} step={STEP}>
            {member => <MemberRow member={member} withGroup={false} />}
          </Many>
        )}
      </Fold>
    ))}
  </>
)
