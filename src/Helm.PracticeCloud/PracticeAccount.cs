namespace Helm.PracticeCloud;

/// <summary>An account of the company and an access key to it.</summary>
public sealed record PracticeAccount(string Environment, string AccountId, string Region, string AccessKeyId, string SecretAccessKey);
