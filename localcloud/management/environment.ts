import * as z from 'zod'
import { action, type ManagementActions } from './actions'
import { ManagementError } from './refusal'

/** What this cloud has used: MB in the storage and the database, calls of functions. */
export type Usage = Readonly<Record<'StorageSizepkg' | 'DbSizepkg' | 'FunctionInvocationpkg', number>>

/** The environment itself: this cloud has one. */
export function environmentActions(envId: string, usage: () => Usage): ManagementActions {
  const base = {
    ...{ EnvId: envId, Alias: envId, Status: 'NORMAL', Source: 'miniapp', Region: 'ap-shanghai', PackageId: 'local', PackageName: 'local' },
    Databases: [{ InstanceId: 'tnt-local', Status: 'RUNNING', Region: 'ap-shanghai' }],
    Storages: [{ Region: 'ap-shanghai', Bucket: `${envId}-1250000000`, CdnDomain: '', AppId: '1250000000' }],
    Functions: [{ Namespace: envId, Region: 'ap-shanghai' }],
    LogServices: [{ LogsetName: 'local', LogsetId: 'local', TopicName: 'local', TopicId: 'local', Region: 'ap-shanghai' }],
  }
  const known = (name: string) => {
    if (name !== envId) throw new ManagementError('ResourceNotFound.EnvNotExists', `The environment ${name} does not exist.`)
  }
  return {
    DescribeEnvInfo: action(z.object({ EnvId: z.string() }), ({ EnvId }) => {
      known(EnvId)
      return { EnvInfo: { EnvBaseInfo: base, UserInfo: { AppId: '1250000000' } } }
    }),
    DescribeQuotaData: action(
      z.object({ EnvId: z.string(), MetricName: z.enum(['StorageSizepkg', 'DbSizepkg', 'FunctionInvocationpkg']) }),
      ({ EnvId, MetricName }) => {
        known(EnvId)
        return { MetricName, Value: usage()[MetricName], SubValue: '' }
      },
    ),
    DescribeEnvs: action(z.object({ EnvId: z.string().optional() }), ({ EnvId }) => ({
      EnvList: EnvId === undefined || EnvId === envId ? [base] : [],
      Total: EnvId === undefined || EnvId === envId ? 1 : 0,
    })),
  }
}

/** Throws where a call names another environment than this one. */
export function checkEnvironment(params: unknown, envId: string): void {
  const named = z.object({ EnvId: z.string().optional(), Namespace: z.string().optional() }).safeParse(params)
  for (const name of [named.data?.EnvId, named.data?.Namespace])
    if (name !== undefined && name !== envId)
      throw new ManagementError('ResourceNotFound.EnvNotExists', `The environment ${name} does not exist.`)
}
