import { LeadHome } from '../../components/LeadHome'
import { CareSettings } from '../../features/care/special-care/CareSettings'
import { NamedOrg } from '../NamedOrg'

/** The rhythm of special care. */
export default function CareSettingsPage() {
  return (
    <NamedOrg>
      {({ orgId, name, holds }) =>
        holds('secretary', 'street', 'bureau') ? (
          <CareSettings orgId={orgId} name={name} />
        ) : (
          <LeadHome icon="clock" title="这里定多久联系一次老人" hint="由支部书记、街道和老干部局来定。" />
        )
      }
    </NamedOrg>
  )
}
