using System.Globalization;

namespace Helm.PracticeCloud.Company;

/// <summary>Adds any number of functions to the first account, for measurements of scale.</summary>
internal static class GeneratedCompany
{
    public static CompanyDefinition WithFunctions(CompanyDefinition company, int count)
    {
        if (count <= 0)
        {
            return company;
        }

        var first = company.Accounts[0];
        LambdaDefinition[] more = [.. Enumerable.Range(1, count).Select(number => new LambdaDefinition { Name = Name(number) })];
        var grown = first with { Resources = first.Resources with { Lambdas = [.. first.Resources.Lambdas, .. more] } };
        return company with { Accounts = [grown, .. company.Accounts.Skip(1)] };
    }

    private static string Name(int number) => "generated-" + number.ToString("D5", CultureInfo.InvariantCulture);
}
