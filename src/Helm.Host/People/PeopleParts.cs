using Helm.Chat.Turns;
using Microsoft.Extensions.Options;

namespace Helm.Host.People;

/// <summary>Whom Helm knows.</summary>
internal static class PeopleParts
{
    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PeopleOptions>().Bind(configuration.GetSection("Helm")).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<PeopleOptions>, PeopleOptionsCheck>()
            .AddSingleton<PersonTable>()
            .AddSingleton<IPeople>(provider => provider.GetRequiredService<PersonTable>());
    }
}
