import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Panes, Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { CourseForm, type DeskCourse } from './CourseForm'
import { sayCourse } from './words'

interface OneProps {
  course: DeskCourse
  onEdit: () => void
  onClosed: () => Promise<unknown>
}

const One = ({ course, onEdit, onClosed }: OneProps) => {
  const close = useCommand('course.close')
  const press = async () => {
    const answer = await close.run({ courseId: course.courseId })
    if (answer?.ok) await onClosed()
  }
  const { courseId, title, seen, own } = course
  return (
    <Card title={title}>
      <View className="soft">{sayCourse(course)}</View>
      {seen !== undefined && (
        <Button icon="people" about={title} onPress={() => go(routes.courseSeen({ courseId }))}>
          {`${String(seen)} 位学完了，看看是谁`}
        </Button>
      )}
      {own && (
        <>
          {close.refusal && <Failure refusal={close.refusal} onSeen={close.forget} />}
          <Button icon="edit" about={title} onPress={onEdit}>
            改一改
          </Button>
          <Confirm
            question="拿下来以后，大家不会再看到这门课。拿下来吗？"
            explain="学过的学时都留着。"
            yes="是，拿下来"
            no="不，留着"
            onYes={press}
          >
            拿下来
          </Confirm>
        </>
      )}
    </Card>
  )
}

/** 课程: what an organization put up, with those of the organizations above it; of a branch, how many have learnt each. */
export const RunCourses = ({ orgId, orgName, branch }: { orgId: string; orgName: string; branch: boolean }) => {
  const query = useQuery('course.desk', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('course.desk', { orgId, cursor }))
  const [editing, setEditing] = useState<{ course?: DeskCourse } | undefined>()
  const [done, setDone] = useState<string | undefined>()
  const changed = async (said: string) => {
    setDone(said)
    await query.reload()
  }
  if (editing) {
    const end = (saved: boolean) => {
      setEditing(undefined)
      if (saved) void changed('放上去了，大家可以学了')
    }
    return <CourseForm orgId={orgId} course={editing.course} onDone={end} />
  }
  const side = (
    <>
      <View>
        <Title>课程</Title>
        <View className="soft">{orgName}</View>
      </View>
      {done !== undefined && <Notice tone="good" title={done} onSeen={() => setDone(undefined)} />}
      {branch && items.length > 0 && (
        <ExportButton
          words="导出学完的名单"
          icon="sheet"
          name="学完课程的同志.xlsx"
          make={() => call('course.export', { branchId: orgId })}
        />
      )}
    </>
  )
  return (
    <Screen
      wide
      main={
        query.data?.may.includes('save') === true && (
          <BigButton icon="add" onPress={() => setEditing({})}>
            放一门课
          </BigButton>
        )
      }
    >
      <Panes side={side}>
        <Loaded query={query} cards={3}>
          {() => (
            <View className="stack">
              {items.length === 0 && (
                <Empty icon="play" title="还没有课" hint="一段录音、一段录像、一篇文字都行，放上来，老同志在家就能学。" />
              )}
              <SideBySide>
                {items.map(one => (
                  <One key={one.courseId} course={one} onEdit={() => setEditing({ course: one })} onClosed={() => changed('拿下来了')} />
                ))}
              </SideBySide>
              {refusal && <Failure refusal={refusal} />}
              {more && <Button onPress={more}>再看一些</Button>}
            </View>
          )}
        </Loaded>
      </Panes>
    </Screen>
  )
}
