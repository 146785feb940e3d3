/** The list of a consultancy's clients. */
export const client = {
  column: {
    name: '客户',
    next: '下一事项',
    overdue: '已过，无记录',
    uncertain: '待确认',
    expiry: '许可证到期',
    engagement: '授权',
  },
  filter: {
    label: '客户状态',
    current: '全部有效',
    overdue: '有已过事项',
    uncertain: '有待确认事项',
    expiring: '许可证半年内到期',
    ending: '授权将到期',
    ended: '授权已结束',
  },
  sort: { label: '排序', next: '按下一事项', name: '按名称', expiry: '按许可证到期' },
  count: {
    'past-no-evidence_other': '{{name}}：{{count}} 项已过且无记录',
    uncertain_other: '{{name}}：{{count}} 项待确认',
  },
  nothingNext: '暂无',
  noLicence: '未登记许可证',
  until: '至',
};
