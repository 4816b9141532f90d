import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Fold } from '../../../components/Fold'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { ShortRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { day } from '../../../components/times'
import { useQuery } from '../../../platform/query'
import { AssignForm } from '../study/AssignForm'
import { sayCourse } from './words'

/** 谁学了这门课: who has, who is at it, who has not begun; all can be asked to by one press. */
export const CourseSeen = ({ branchId, courseId }: { branchId: string; courseId: string }) => {
  const query = useQuery('course.seen', { branchId, courseId })
  const [asking, setAsking] = useState(false)
  const [asked, setAsked] = useState(false)
  const data = query.data
  if (asking && data) {
    const end = (sent: boolean) => {
      setAsking(false)
      setAsked(sent)
    }
    const people = data.seen.length + data.begun.length + data.missing.length
    return <AssignForm branchId={branchId} people={people} course={data} onDone={end} />
  }
  return (
    <Screen
      wide
      main={
        data !== undefined && (
          <BigButton icon="bell" onPress={() => setAsking(true)}>
            请大家学这一课
          </BigButton>
        )
      }
    >
      {asked && <Notice tone="good" title="发给大家了，谁学完了自动记上" onSeen={() => setAsked(false)} />}
      <Loaded query={query} cards={3}>
        {course => (
          <Panes
            side={
              <>
                <Title>{course.title}</Title>
                <View className="soft">{sayCourse(course)}</View>
                <View>
                  {String(course.seen.length)} 位学完了，一共 {String(course.seen.length + course.begun.length + course.missing.length)} 位
                </View>
              </>
            }
          >
            <Fold title={`学完了的 ${String(course.seen.length)} 位`} open>
              {() => (
                <Many items={course.seen} keyOf={one => one.memberId}>
                  {one => <ShortRow name={one.name} note={one.by === undefined ? day(one.at) : `${day(one.at)}，${one.by}替记的`} />}
                </Many>
              )}
            </Fold>
            <Fold title={`正在学的 ${String(course.begun.length)} 位`}>
              {() => (
                <Many items={course.begun} keyOf={one => one.memberId}>
                  {one => <ShortRow name={one.name} note={`学了 ${String(one.percent)}%`} />}
                </Many>
              )}
            </Fold>
            <Fold title={`还没开始的 ${String(course.missing.length)} 位`}>
              {() => (
                <Many items={course.missing} keyOf={one => one.memberId}>
                  {one => <ShortRow name={one.name} />}
                </Many>
              )}
            </Fold>
          </Panes>
        )}
      </Loaded>
    </Screen>
  )
}
