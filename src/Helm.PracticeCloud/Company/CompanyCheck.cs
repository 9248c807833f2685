using Helm.PracticeCloud.Data;

namespace Helm.PracticeCloud.Company;

/// <summary>Refuses a company that cannot be played.</summary>
internal static class CompanyCheck
{
    public static void Check(CompanyDefinition company, string file)
    {
        Need(company.Accounts.Count > 0, file, "accounts", "is empty; a company has at least one account");
        foreach (var account in company.Accounts)
        {
            Need(account.Id.Length == 12 && account.Id.All(char.IsAsciiDigit), file, "accounts.id", $"{account.Id} is not twelve digits");
            Need(account.AccessKeys.Count > 0, file, "accounts.access_keys", $"account {account.Id} has none, so nobody could reach it");
        }

        Distinct(company.Accounts.Select(account => account.Environment), file, "accounts.environment");
        Distinct(company.Accounts.SelectMany(account => account.AccessKeys).Select(key => key.AccessKeyId), file, "accounts.access_keys.access_key_id");
    }

    private static void Distinct(IEnumerable<string> values, string file, string field)
    {
        var twice = values.GroupBy(value => value).FirstOrDefault(group => group.Count() > 1);
        Need(twice is null, file, field, $"{twice?.Key} stands twice");
    }

    private static void Need(bool holds, string file, string field, string reason)
    {
        if (!holds)
        {
            throw new DataFileException(file, field, reason);
        }
    }
}
