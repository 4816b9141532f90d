import { useState } from 'react'
import { AudienceField, BodyField, CapacityField, PartsField } from '../ActivityFields'
import { BigButton, Button } from '../../../../components/Button'
import { TimeField } from '../../../../components/Dates'
import { Failure } from '../../../../components/Failure'
import { FaultLine } from '../../../../components/FaultLine'
import { Field } from '../../../../components/Field'
import { kindOf, kindOptions } from '../kindChoice'
import { kindWords } from '../kinds'
import { PickOne } from '../../../../components/PickOne'
import { PlaceField } from '../places/PlaceField'
import type { Place } from '../places/places'
import { Screen } from '../../../../components/Screen'
import type { Given } from '../../../../platform/call'
import { useDraft } from '../../../../platform/draft'
import { useCommand } from '../../../../platform/query'
import { texts } from '../../../../platform/shape'
import { StrandField } from '../../strands/StrandField'
import { dayOptions, type Faults, faultsOf, formOf, lengthsWith, likelyForm, type Template, templateOf } from './form'

interface Props {
  branchId: string
  /** Absent for a new one. */
  template?: Template | undefined
  usual: readonly Place[]
  onSaved: (saved: Given<'template.save'>) => Promise<void>
  onBack: () => void
}

/** A recurring activity, new or changed. */
export const TemplateForm = ({ branchId, template, usual, onSaved, onBack }: Props) => {
  const [first] = useState(() => (template ? formOf(template) : likelyForm(usual[0])))
  const { draft, change, done } = useDraft(`template/${template?.templateId ?? branchId}`, texts(first), first)
  const [faults, setFaults] = useState<Faults>({})
  const command = useCommand('template.save')
  const kind = kindOf(draft.kind)

  const save = async () => {
    const wrong = faultsOf(draft)
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) return
    const answer = await command.run({ branchId, ...templateOf(draft), ...(template ? { templateId: template.templateId } : {}) })
    if (!answer?.ok) return
    done()
    await onSaved(answer.data)
  }
  const leave = () => {
    done()
    onBack()
  }
  return (
    <Screen
      main={
        <>
          <FaultLine faults={faults} />
          <BigButton busyWords="正在保存…" onPress={save}>
            保存模板
          </BigButton>
        </>
      }
    >
      {command.refusal && <Failure refusal={command.refusal} />}
      <PickOne
        label="办什么"
        options={kindOptions}
        value={kind}
        onChange={next => change({ kind: next, ...(draft.title === kindWords[kind] ? { title: kindWords[next] } : {}) })}
      />
      <Field label="名称" value={draft.title} onChange={title => change({ title })} max={40} error={faults.title} />
      <PickOne label="哪一天" options={dayOptions} value={draft.day} onChange={day => change({ day })} />
      <TimeField label="几点开始" value={draft.time} onChange={time => change({ time })} error={faults.time} />
      <PickOne label="多长时间" options={lengthsWith(draft.lasts)} value={draft.lasts} onChange={lasts => change({ lasts })} />
      <PlaceField value={draft} onChange={change} usual={usual} error={faults.placeName} />
      <Field
        label="提前几天自动发通知"
        value={draft.noticeDays}
        onChange={noticeDays => change({ noticeDays })}
        keyboard="number"
        max={2}
        error={faults.noticeDays}
      />
      <BodyField value={draft.body} onChange={body => change({ body })} />
      <PartsField
        label="固定的议程"
        hint="一行写一项，例如“5+N”里固定的五项；没有就空着"
        value={draft.parts}
        onChange={parts => change({ parts })}
        error={faults.parts}
      />
      <StrandField value={draft.strand} onChange={strand => change({ strand })} />
      <CapacityField value={draft.capacity} onChange={capacity => change({ capacity })} error={faults.capacity} />
      <AudienceField value={draft.audience} onChange={audience => change({ audience })} />
      <Button kind="quiet" onPress={leave}>
        不要了，返回
      </Button>
    </Screen>
  )
}
