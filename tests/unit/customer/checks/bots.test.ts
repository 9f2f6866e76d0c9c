import {describe, expect, it} from 'vitest';
import {isBotName} from '../../../../src/customer/checks/bots.ts';

describe('isBotName', () => {
  it.each([
    'project_131_bot',
    'project_131_bot1',
    'group_12_bot_0a1b2c',
    'gitlab_security_policy_project_131_bot_1f2e3d',
    'service_account_0123456789abcdef0123456789abcdef',
    'service_account_group_12_0123456789abcdef0123456789abcdef',
    'service_account_project_12_0a1b2c',
    'import_user_acme_Ab12',
    'ann_placeholder_a1b2',
    'ghost',
    'ghost1',
    'support-bot',
    'GitLab-Security-Bot',
    'GitLab-Admin-Bot',
    'GitLabDuo',
    'alert-bot_acme',
  ])('%s is one of GitLab’s own', name => expect(isBotName(name)).toBe(true));

  it.each(['ann', 'project_bot_fan', 'service_account_manager', 'ghostwriter', 'support-botany', 'placeholder', 'bot'])(
    '%s is somebody’s',
    name => expect(isBotName(name)).toBe(false),
  );
});
