/**
 * The usernames that GitLab gives to accounts of its own: for access tokens, service accounts, security policies, imports, and the
 * bots of an instance. Sources: its `resource_access_tokens/create_service.rb`, `service_accounts/base_create_service.rb`,
 * `orchestration/create_bot_service.rb`, `import_user_creator.rb`, `users/internal.rb`.
 */
const patterns: readonly RegExp[] = [
  /^(project|group)_\d+_bot(_|\d|$)/,
  /^gitlab_security_policy_(project|group)_\d+_bot(_|\d|$)/,
  /^service_account_((group|project)_\d+_)?([0-9a-f]{6}|[0-9a-f]{32})\d*$/,
  /^import_user_/,
  /_placeholder_[0-9a-z]+$/,
  /^(ghost|alert-bot|support-bot|automation-bot|visual-review-bot|gitlab-security-bot|gitlab-admin-bot|gitlabduo)\d*(_|$)/,
];

/** Whether a username is one that GitLab gives to accounts of its own. */
export function isBotName(username: string): boolean {
  const name = username.toLowerCase();
  return patterns.some(pattern => pattern.test(name));
}
