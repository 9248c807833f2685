using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Data;

namespace Helm.PracticeCloud.Estate;

/// <summary>All accounts. What lives in one account or region cannot be seen from another.</summary>
internal sealed class World
{
    private readonly Dictionary<string, AccountEstate> _homes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), AccountEstate> _elsewhere = [];
    private readonly Lock _gate = new();

    public World(CompanyDefinition company, string file, PracticeClock clock)
    {
        Company = company;
        Clock = clock;
        foreach (var account in company.Accounts)
        {
            var estate = new AccountEstate(account.Id, account.Environment, account.Region, company.Seed, clock);
            if (!_homes.TryAdd(account.Id, estate))
            {
                throw new DataFileException(file, $"accounts.{account.Id}", "stands twice");
            }

            Placement.Place(estate, account.Resources, file);
        }
    }

    public CompanyDefinition Company { get; }

    public PracticeClock Clock { get; }

    public IReadOnlyCollection<AccountEstate> Homes => _homes.Values;

    /// <summary>The account's home region, for the services that are global.</summary>
    public AccountEstate Home(string accountId) => _homes[accountId];

    public AccountEstate In(string accountId, string region)
    {
        var home = _homes[accountId];
        if (home.Region == region)
        {
            return home;
        }

        lock (_gate)
        {
            return _elsewhere.TryGetValue((accountId, region), out var estate)
                ? estate
                : _elsewhere[(accountId, region)] = new AccountEstate(accountId, home.Environment, region, home.Seed, Clock);
        }
    }

    public AccountEstate? OfEnvironment(string environment) =>
        _homes.Values.FirstOrDefault(estate => estate.Environment == environment);
}
