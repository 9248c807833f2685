using Helm.PracticeCloud.Company;

namespace Helm.PracticeCloud.Estate;

/// <summary>Places what auditors look at: spending, controls, rules and tags.</summary>
internal static class AuditPlacement
{
    public static IEnumerable<string> Names(ResourceSet set) =>
        set.Spending.Select(r => r.Name)
            .Concat(set.Controls.Select(r => r.Name))
            .Concat(set.ConfigRules.Select(r => r.Name))
            .Concat(set.Tags.Select(r => r.Name));

    public static IEnumerable<string> Names(AccountEstate estate) =>
        estate.Spending.Keys.Concat(estate.Controls.Keys).Concat(estate.ConfigRules.Keys).Concat(estate.Tags.Keys);

    public static void Place(AccountEstate estate, ResourceSet set)
    {
        foreach (var spending in set.Spending)
        {
            estate.Spending[spending.Name] = spending;
        }

        foreach (var control in set.Controls)
        {
            estate.Controls[control.Name] = control;
        }

        foreach (var rule in set.ConfigRules)
        {
            estate.ConfigRules[rule.Name] = rule;
        }

        foreach (var tags in set.Tags)
        {
            estate.Tags[tags.Name] = tags;
        }
    }

    public static void Remove(AccountEstate estate, string name)
    {
        estate.Spending.Remove(name);
        estate.Controls.Remove(name);
        estate.ConfigRules.Remove(name);
        estate.Tags.Remove(name);
    }
}
