import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../../components/Button'
import { Card } from '../../../../components/Card'
import { Confirm } from '../../../../components/Confirm'
import { Failure } from '../../../../components/Failure'
import { Empty, Loaded } from '../../../../components/Loaded'
import { Notice } from '../../../../components/Notice'
import { useUsualPlaces } from '../places/useUsualPlaces'
import { Fact } from '../../../../components/Rows'
import { Screen } from '../../../../components/Screen'
import { clockTime, day } from '../../../../components/times'
import { addDays, instantOf } from '../../../../../core/shared/calendar'
import type { Given } from '../../../../platform/call'
import { now } from '../../../../platform/clock'
import { useCommand, useQuery } from '../../../../platform/query'
import type { Template } from './form'
import { TemplateForm } from './TemplateForm'

interface CardProps {
  template: Template
  onEdit: () => void
  onRemoved: () => Promise<void>
}

const TemplateCard = ({ template, onEdit, onRemoved }: CardProps) => {
  const { templateId, title, nextDate, time, noticeDays, place } = template
  const remove = useCommand('template.remove')
  const startsAt = instantOf(nextDate, time)
  const noticeAt = instantOf(addDays(nextDate, -noticeDays))
  const press = async () => {
    const answer = await remove.run({ templateId })
    if (answer?.ok) await onRemoved()
  }
  return (
    <Card title={`每月 ${template.day} 日：${title}`}>
      <Fact icon="calendar" label="下一次">
        {day(startsAt)} {clockTime(startsAt)}
      </Fact>
      <Fact icon="bell" label="通知">
        {noticeAt <= now() ? '今天自动发出' : `${day(noticeAt)}自动发出`}
      </Fact>
      <Fact icon="place" label="地点">
        {place.name}
      </Fact>
      {remove.refusal && <Failure refusal={remove.refusal} onSeen={remove.forget} />}
      <Button icon="edit" about={title} onPress={onEdit}>
        修改
      </Button>
      <Confirm
        question={`不再每月办“${title}”了吗？`}
        explain="已经发出的活动不受影响，只是以后不再自动发。"
        yes="是，删掉这个模板"
        no="不，留着"
        onYes={press}
      >
        删掉
      </Confirm>
    </Card>
  )
}

/** 每月5日: what is published by itself every month. */
export const Templates = ({ branchId }: { branchId: string }) => {
  const query = useQuery('template.list', { branchId })
  const usual = useUsualPlaces(branchId)
  const [editing, setEditing] = useState<Template | 'new' | undefined>()
  const [saved, setSaved] = useState<Given<'template.save'> | undefined>()
  if (editing && usual) {
    const done = async (answer: Given<'template.save'>) => {
      await query.reload()
      setSaved(answer)
      setEditing(undefined)
    }
    return (
      <TemplateForm
        branchId={branchId}
        template={editing === 'new' ? undefined : editing}
        usual={usual}
        onSaved={done}
        onBack={() => setEditing(undefined)}
      />
    )
  }
  return (
    <Screen
      main={
        <BigButton icon="add" busy={editing !== undefined} onPress={() => setEditing('new')}>
          加一个每月模板
        </BigButton>
      }
    >
      {saved && (
        <Notice tone="good" title="模板保存好了" onSeen={() => setSaved(undefined)}>
          {saved.stays !== undefined && (
            <View>{day(instantOf(saved.stays))}的活动已经发出，不会跟着变；要改那一次，请到那次活动里改。</View>
          )}
          <View>
            下一次{saved.stays === undefined ? '' : '按新的办，'}是{day(instantOf(saved.nextDate))}，到时会自动发通知。
          </View>
        </Notice>
      )}
      <Loaded query={query} cards={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="repeat" title="这里放每月都要办的活动" hint="例如每月5日的主题党日。设一次，以后每月自动发通知。" />
          ) : (
            <View className="stack">
              {items.map(template => (
                <TemplateCard key={template.templateId} template={template} onEdit={() => setEditing(template)} onRemoved={query.reload} />
              ))}
            </View>
          )
        }
      </Loaded>
    </Screen>
  )
}
