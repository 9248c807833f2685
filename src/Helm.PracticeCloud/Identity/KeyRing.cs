using System.Collections.Concurrent;
using System.Security.Cryptography;
using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Identity;

/// <summary>The access keys of the company's users and the sessions that were handed out.</summary>
internal sealed class KeyRing
{
    private const int MostSessions = 10_000;

    private readonly ConcurrentDictionary<string, AccessKey> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _roles;
    private int _sessions;

    public KeyRing(CompanyDefinition company)
    {
        foreach (var account in company.Accounts)
        {
            foreach (var key in account.AccessKeys)
            {
                var caller = new Caller(account.Id, $"arn:aws:iam::{account.Id}:user/{key.User}", $"AIDA{key.AccessKeyId}");
                _keys[key.AccessKeyId] = new AccessKey(key.AccessKeyId, key.SecretAccessKey, caller);
            }
        }

        _roles = [.. company.Accounts.SelectMany(account => account.Roles.Select(role => $"arn:aws:iam::{account.Id}:role/{role}"))];
    }

    public AccessKey? Find(string id) => _keys.GetValueOrDefault(id);

    /// <summary>Null when there is no such role.</summary>
    public (AccessKey Key, string RoleId)? Assume(string roleArn, string session, DateTimeOffset expires)
    {
        if (!_roles.Contains(roleArn))
        {
            return null;
        }

        if (Interlocked.Increment(ref _sessions) > MostSessions)
        {
            throw new AwsErrorException("LimitExceeded", "Too many sessions were handed out; restart the practice cloud");
        }

        var parts = roleArn.Split(':', '/');
        var (account, role) = (parts[4], parts[^1]);
        var roleId = "AROA" + Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(roleArn)))[..16];
        var caller = new Caller(account, $"arn:aws:sts::{account}:assumed-role/{role}/{session}", $"{roleId}:{session}");
        var key = new AccessKey("ASIA" + RandomNumberGenerator.GetHexString(16), RandomNumberGenerator.GetHexString(40, true), caller)
        {
            Token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(96)),
            Expires = expires,
        };
        _keys[key.Id] = key;
        return (key, roleId);
    }
}
