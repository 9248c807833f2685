using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Control;
using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Endpoint;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Faults;
using Helm.PracticeCloud.Identity;
using Helm.PracticeCloud.Scenarios;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud;

/// <summary>The parts of the practice cloud, put together.</summary>
internal sealed class PracticeCloudParts
{
    private readonly FaultBoard _faults = new();
    private readonly CallBook _book = new();
    private readonly IReadOnlyDictionary<string, AwsService> _services;
    private readonly Stage _stage;
    private readonly AwsEndpoint _endpoint;

    private PracticeCloudParts(World world, string assets, bool forgetEnded)
    {
        var keys = new KeyRing(world.Company);
        _services = Catalogue.Create(keys);
        _stage = new Stage(world, assets, Catalogue.Names(_services), forgetEnded);
        var admission = new Admission(world, _services, new SignatureVerifier(keys), _faults);
        _endpoint = new AwsEndpoint(admission, new Execution(_faults, _book, _stage), _book);
        Accounts = [.. world.Company.Accounts.Select(account => new PracticeAccount(
            account.Environment, account.Id, account.Region, account.AccessKeys[0].AccessKeyId, account.AccessKeys[0].SecretAccessKey))];
    }

    public IReadOnlyList<PracticeAccount> Accounts { get; }

    public static PracticeCloudParts Build(PracticeCloudOptions options)
    {
        var assets = AssetFolder.Find(options.Assets);
        var resolution = (int)options.Resolution.TotalSeconds;
        if (resolution < 1 || 60 % resolution != 0 || !(options.TimeScale is > 0 and <= 10_000))
        {
            throw new DataFileException("options", "resolution or time scale", "the resolution divides a minute into whole seconds (1, 5, 10, 30, 60), and the time scale is above 0 and at most 10000");
        }

        var file = options.CompanyFile ?? Path.Combine(assets, "practice", "company.json");
        var company = GeneratedCompany.WithFunctions(DataFile.Read<CompanyDefinition>(file), options.GeneratedFunctions);
        CompanyCheck.Check(company, file);
        var parts = new PracticeCloudParts(new World(company, file, new PracticeClock(options.Time, options.TimeScale, resolution)), assets, options.ForgetEnded);
        foreach (var scenario in options.Scenarios)
        {
            parts._stage.StartNamed(scenario);
        }

        return parts;
    }

    public void Map(WebApplication app)
    {
        ControlDoor.Map(app, _faults, _book, _stage, Catalogue.Names(_services));
        app.MapFallback("{**path}", _endpoint.HandleAsync);
    }
}
