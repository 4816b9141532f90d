import { postKinds } from '../../../../../core/service/posts/kinds'
import { dateOf } from '../../../../../core/shared/calendar'
import { Chips } from '../../../../components/Chips'
import { Choice } from '../../../../components/Choice'
import { DateField, TimeField } from '../../../../components/Dates'
import { Field } from '../../../../components/Field'
import { now } from '../../../../platform/clock'
import { useQuery } from '../../../../platform/query'

import { type FormProps, OTHER, teamsOf } from './postForm'

const kindOptions = [...postKinds, OTHER].map(kind => ({ value: kind, words: kind }))

/** What is done there; it cannot be changed once the post is out. */
export const KindFields = ({ form, onChange, faults }: FormProps) => {
  // The kind is the title too, until the organizer writes a better one.
  const choose = (kind: string) => {
    const proposed = form.title === '' || form.title === form.kind
    onChange({ kind, ...(proposed ? { title: kind === OTHER ? '' : kind } : {}) })
  }
  return (
    <>
      <Chips label="做什么" options={kindOptions} chosen={[form.kind]} onPress={choose} error={faults.kind} />
      {form.kind === OTHER && <Field label="是什么" value={form.ownKind} onChange={ownKind => onChange({ ownKind })} max={12} />}
    </>
  )
}

/** What it is called. */
export const TitleField = ({ form, onChange, faults }: FormProps) => (
  <Field
    label="名称"
    value={form.title}
    onChange={title => onChange({ title })}
    max={40}
    placeholder="例如：早上护学岗"
    error={faults.title}
  />
)

/** Who may claim; it cannot be changed once the post is out. */
export const AudienceFields = ({ form, onChange, faults, branchId }: FormProps & { branchId: string }) => {
  const query = useQuery('org.children', { orgId: branchId })
  const groups = (query.data?.items ?? []).filter(one => one.kind === 'group' && !one.closed)
  const chosen = teamsOf(form.teams)
  const press = (id: string) => onChange({ teams: (chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id]).join('\n') })
  return (
    <>
      <Choice
        label="谁可以来"
        options={[
          { value: 'open', words: '公开，群里谁都可以来', hint: '没用过的人，写上姓名就能认领' },
          { value: 'branch', words: '本支部的同志' },
          ...(groups.length > 0 ? [{ value: 'teams', words: '只给几个党小组' }] : []),
        ]}
        value={form.audience}
        onChange={audience => onChange({ audience })}
      />
      {form.audience === 'teams' && (
        <Chips
          label="哪几个党小组"
          options={groups.map(one => ({ value: one.orgId, words: one.name }))}
          chosen={chosen}
          onPress={press}
          error={faults.teams}
          many
        />
      )}
    </>
  )
}

/** What to bring, what to do, which number to call, until when one may claim. */
export const MoreFields = ({ form, onChange, faults }: FormProps) => (
  <>
    <Field label="请大家带什么" value={form.bring} onChange={bring => onChange({ bring })} max={200} placeholder="例如：红袖章、水杯" />
    <Field
      label="要做些什么"
      value={form.body}
      onChange={body => onChange({ body })}
      max={2000}
      tall
      placeholder="例如：在校门口护送孩子过马路"
    />
    <Field label="联系人" value={form.contactName} onChange={contactName => onChange({ contactName })} max={20} error={faults.contact} />
    <Field
      label="联系电话"
      hint="认领了的人才看得到"
      value={form.contactPhone}
      onChange={contactPhone => onChange({ contactPhone })}
      keyboard="number"
      max={20}
    />
    <DateField
      label="认领到哪天截止"
      hint="不填，就到开始为止"
      value={form.deadlineDate}
      onChange={deadlineDate => onChange({ deadlineDate })}
      from={dateOf(now())}
      error={faults.deadline}
    />
    {form.deadlineDate !== '' && (
      <TimeField label="几点截止" value={form.deadlineTime || '18:00'} onChange={deadlineTime => onChange({ deadlineTime })} />
    )}
  </>
)
